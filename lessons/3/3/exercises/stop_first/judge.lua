close(jobs)
fmt.Println("did", worker(jobs, chan()))
