local ctx = context.WithValue(context.Background(), "k", 1)
print("waiting", ctx:Value("k"))
ctx:Done():recv()
