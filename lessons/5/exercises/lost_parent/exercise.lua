return {
  kind = "fix",
  title = { en = "A mail without a parent", zh = "没有爹娘的邮件" },
  task = {
    en = "Each checkout puts an order into a queue, and somebody else writes the mail. In the trace the mails are part of *nothing*; nobody can tell which checkout they belong to. Repair it: `mail 1 is part of checkout 1`, and the same for 2, on every schedule. The mailer goes on working beside the shop.",
    zh = "每次结账都往队列里放一张订单，由别人去写邮件。可是在追踪里，邮件**谁也不属于**，看不出是哪次结账带出来的。请修好它：不管怎样调度，都是 `mail 1 is part of checkout 1`，2 号也一样。写邮件的仍然和店里同时干活。",
  },
  hints = {
    { en = "Why is the payment part of its checkout, and the mail is not? What does `span` look into?",
      zh = "为什么付款认得自己的结账，邮件不认得？`span` 去哪里找的？" },
    { en = "A call hands on its context by itself if you write it as the first argument. A channel hands on only what you send.",
      zh = "函数调用，把 context 写成第一个参数，就传过去了。channel 只传你放进去的东西。" },
    { en = "Send `{ id = id, ctx = ctx }`, and let the mailer begin its span with `order.ctx`.",
      zh = "发 `{ id = id, ctx = ctx }`，写邮件的用 `order.ctx` 起它的 span。" },
  },
  goal = {
    outputs = {
      "checkout 1 is part of nothing\npayment 1 is part of checkout 1\n"
        .. "mail 1 is part of checkout 1\ncheckout 2 is part of nothing\n"
        .. "payment 2 is part of checkout 2\nmail 2 is part of checkout 2\n",
    },
    any_order = true,
    uses = { go = 3 },
  },
  faults = {
    { file = "one_for_all.lua", verdict = "output" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "Where a call becomes a message, a context ends, unless it travels in the message. Between processes it is a line of text, the header `traceparent`. Send along *who*, but think twice about sending along *until when*: the mail should go out even if the customer has closed the browser (`context.WithoutCancel`).",
    zh = "函数调用一旦变成消息，context 就断了，除非让它跟着消息走。进程之间，它是一行文字，叫 `traceparent` 头。要带上的是“**属于谁**”；“**到什么时候为止**”要不要带，得想想：顾客关了浏览器，邮件还是该发的（`context.WithoutCancel`）。",
  },
}
