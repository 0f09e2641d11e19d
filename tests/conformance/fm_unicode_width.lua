fmt.Printf("%6s|%-6s|%.2s|%6.1s|\n", "世界", "世界", "世界人", "世界")
fmt.Printf("%5s|%-5s|%.3s|\n", "né", "né", "naïve")
fmt.Printf("%6v|%-6v|%8q|\n", "éé", "éé", "éé")
fmt.Printf("%3c|%-3c|\n", 0x4e16, 0x4e16)
