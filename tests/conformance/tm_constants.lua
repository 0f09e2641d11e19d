fmt.Println(time.Nanosecond, time.Microsecond, time.Millisecond, time.Second, time.Minute, time.Hour)
print(time.String(2 * time.Hour + 3 * time.Minute + 4 * time.Second + 5 * time.Millisecond))
print(time.Second // time.Millisecond, time.Hour / time.Minute == 60)
