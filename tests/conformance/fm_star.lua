print(fmt.Sprintf("%*d|%-*d|%0*d|", 6, 42, 6, 42, 6, 42))
print(fmt.Sprintf("%.*f|%*.*f|%*s|", 2, 3.14159, 9, 3, 3.14159, 8, "go"))
print(fmt.Sprintf("%*d|", -6, 42))
print(fmt.Sprintf("%*d|", "x", 42))
