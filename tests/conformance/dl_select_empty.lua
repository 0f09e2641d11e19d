print("selecting")
select {}
