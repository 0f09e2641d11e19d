try(4, 3)
