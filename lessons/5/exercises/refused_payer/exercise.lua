return {
  kind = "break",
  title = { en = "The payer is turned away", zh = "付款的被拒之门外" },
  task = {
    en = "The workers are shared, but this shop is clever: nobody who pays has to wait, he gets a worker or a quick refusal. Left alone, the payment goes through. Schedule so that it is **refused**: `503 try again later`.",
    zh = "工人还是共用的，不过这家店学聪明了：付款的不用等，要么马上有工人，要么马上回绝。不去管它，款是付得成的。请用调度让它被**回绝**：`503 try again later`。",
  },
  hints = {
    { en = "How many workers are there, and who could have them all?",
      zh = "一共几个工人？谁能把他们全占了？" },
    { en = "Both review pages must be on their way before the payment looks. `gs` shows who is who.",
      zh = "要让两个评论页都先动手，付款的再去看。谁是谁，`gs` 里有。" },
    { en = "Step main until all three are there, then `step G3`, `step G4`, and only then `step G2`.",
      zh = "一步步走 main，走到三个都在，然后 `step G3`、`step G4`，最后才 `step G2`。" },
  },
  options = { procs = 1 },
  goal = { prints = "503 try again later" },
  learned = {
    en = "Refusing quickly is better than hanging, and it is no isolation: the sick neighbour still decides who is served. Isolation is a worker whom only payments can have.",
    zh = "马上回绝强过干等，可这不算隔离：谁能得到服务，仍然由那个生病的邻居说了算。隔离，是有一个只归付款用的工人。",
  },
}
