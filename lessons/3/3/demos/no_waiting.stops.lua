return {
  title = { en = "Now or not at all", zh = "要么现在，要么算了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "default(function() missed = missed + 1 end),", hit = 4,
      en = "The album is full, and the camera must not wait: the next picture is due in 10 ms. `default` makes the send a *try*.",
      zh = "相册满了，而相机不能等：10 毫秒后又要拍下一张。`default` 把发送变成了**试一试**。",
      show = { "chan album" } },
    { at = "end",
      en = "Dropping is right here, because a picture that comes late is worth nothing. It was a decision, and it stands in the text.",
      zh = "在这里丢掉是对的，迟到的照片没有价值。这是一个决定，而且白纸黑字写在程序里。",
      show = { "output" } },
  },
}
