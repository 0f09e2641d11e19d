local sem = semaphore.NewWeighted(2)
print("acquired", sem:TryAcquire(1))
sem:Release(2)
