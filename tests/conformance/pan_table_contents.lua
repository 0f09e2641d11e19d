panic({ 1, 2, who = "me" })
