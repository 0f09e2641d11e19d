print(fmt.Sprintf("%[2]d %[1]d", 11, 22))
print(fmt.Sprintf("%[1]d %[1]x %[1]q %[1]v", 65))
print(fmt.Sprintf("%[3]v %v", "a", "b", "c"))
print(fmt.Sprintf("%[2]s %s %[1]s", "a", "b", "c"))
