#include "glossary.h"

#include <stddef.h>
#include <strings.h>

/* By alphabet, capitals or not. */
static const struct term terms[] = {
    { "atomic",
      { "An operation on one variable that others see as a whole or not at "
        "all. It orders what was written before it ahead of what reads its "
        "value.",
        "对单个变量的操作,别人要么看到全部,要么看不到。它还保证:在它之前写下"
        "的东西,读到它的值的人都看得到。" },
      "race, mutex" },
    { "barging",
      { "A running goroutine takes a lock that has just been freed, past those "
        "that wait. It saves a switch and is unfair; after 1 ms Go's mutex "
        "forbids it (starvation mode).",
        "锁刚释放,正在运行的 goroutine 就抢先拿走,排队的还得再等。这样省一次"
        "切换,但不公平;等待超过 1 毫秒,Go 的互斥锁就禁止插队(饥饿模式)。" },
      "mutex, starvation" },
    { "buffer",
      { "The slots of a channel. A send fills one without waiting for a "
        "receiver; when all are full it blocks.",
        "channel 里的格子。发送方放进一格就走,不等接收方;格子满了才阻塞。" },
      "channel, unbuffered, chan NAME" },
    { "channel",
      { "A queue that goroutines send values through: a ring of slots, a lock, "
        "and two queues of goroutines that wait.",
        "goroutine 之间传值的队列:一圈格子、一把锁,再加两条等待队列。" },
      "hchan, buffer, sudog" },
    { "choice",
      { "What Go leaves to chance or to the machine: which case of a ready "
        "select, whom to steal from, when a preemption falls. gopark draws it "
        "from the seed, or asks you.",
        "Go 交给随机或机器决定的事:select 走哪个就绪的 case、向谁偷、何时抢占。"
        "gopark 由种子决定,也可以由你来选。" },
      "seed, choices, pick" },
    { "cond",
      { "A condition variable: goroutines wait until somebody signals that "
        "something has changed. A signal that nobody waits for is lost.",
        "条件变量:等别人通知“情况变了”。没人等的时候发出的信号就丢了。" },
      "mutex" },
    { "context",
      { "A value that is passed down through calls and carries one signal: it "
        "is over, for this reason. Whoever makes it must keep its cancel "
        "function, and call it.",
        "沿着调用往下传的值,带着一个信号:到此为止,原因是这个。谁创建它,谁就"
        "得保管并调用 cancel。" },
      "leak" },
    { "deadlock",
      { "Goroutines that wait for each other in a circle: none can go on. Go "
        "reports it only if everybody is asleep; `deadlock` finds a circle "
        "among some, too.",
        "goroutine 围成一圈互相等待,谁也走不动。Go 只在全体睡着时报告;"
        "`deadlock` 连其中几个成圈的也能找到。" },
      "leak, deadlock, waits, why N" },
    { "G",
      { "A goroutine: a function under way, its stack, and a state (running, "
        "runnable, waiting, in a system call, dead). An M runs it while it "
        "has a P.",
        "goroutine:一个正在执行的函数、它的栈和状态(运行、可运行、等待、系统"
        "调用、结束)。M 拿着 P 来运行它。" },
      "M, P, gs" },
    { "global queue",
      { "Runnable goroutines of no P in particular: those that were preempted "
        "or gave way, and the overflow of full local queues. Each P looks "
        "here every 61st time.",
        "不属于任何 P 的可运行 goroutine:被抢占的、主动让出的、本地队列装不下"
        "的。每个 P 每 61 次调度来看一回。" },
      "local queue, runq" },
    { "GOMAXPROCS",
      { "How many Ps there are: so many goroutines run at once.",
        "P 的个数:同一时刻最多有这么多 goroutine 在运行。" },
      "P, set procs" },
    { "gopark",
      { "The function of Go's runtime that puts a goroutine to sleep: it "
        "leaves its M and is on no run queue until somebody readies it.",
        "Go 运行时里让 goroutine 睡下的函数:它离开 M,不在任何运行队列里,直到"
        "有人把它唤醒。" },
      "park, ready" },
    { "handoff",
      { "A P leaves its M, which is stuck in a system call, and goes to "
        "another M, so that its goroutines go on.",
        "M 陷在系统调用里时,P 离开它,交给另一个 M,好让别的 goroutine 继续。" },
      "syscall, sysmon" },
    { "happens-before",
      { "The order that the memory model promises: a send before its receive, "
        "an Unlock before the next Lock, `go` before what it starts. Without "
        "it, one goroutine need not see what another wrote.",
        "内存模型保证的先后:发送先于接收,Unlock 先于下一次 Lock,`go` 先于它启"
        "动的函数。没有这种先后,一个 goroutine 写的,另一个不一定看得到。" },
      "race" },
    { "hchan",
      { "A channel inside the runtime: the ring of slots, where the oldest "
        "is, how many are in use, whether it is closed, sendq and recvq.",
        "运行时里的 channel:一圈格子、最老的一格在哪、用了几格、是否关闭,还有 "
        "sendq 和 recvq。" },
      "channel, sudog, chan NAME" },
    { "leak",
      { "A goroutine that can never run again: nothing that can still run can "
        "reach what it waits for. It keeps its stack and all it holds until "
        "the program ends.",
        "再也不可能运行的 goroutine:仍能运行的都够不到它等的东西。它的栈和它占"
        "着的一切,要到程序结束才归还。" },
      "leaks, why N, pprof" },
    { "litmus test",
      { "A few accesses to shared variables, and one outcome that tells "
        "whether memory is as one thinks. `litmus` walks all their paths on a "
        "model of the memory.",
        "对共享变量的几次访问,加上一种结果:看它会不会出现,就知道内存是不是你想的"
        "那样。`litmus` 在一种内存模型上走遍所有路径。" },
      "sequential consistency, store buffer, race" },
    { "local queue",
      { "A P's own queue of runnable goroutines, at most 256, besides runnext.",
        "每个 P 自己的可运行队列,最多 256 个,另有 runnext。" },
      "runnext, global queue, steal, runq" },
    { "M",
      { "A machine thread: what the operating system runs. It needs a P to run "
        "goroutines, and keeps none while it is in a system call for long.",
        "系统线程:操作系统真正调度的东西。有 P 才能运行 goroutine;系统调用拖久"
        "了,P 就不归它了。" },
      "P, G, ms" },
    { "mutex",
      { "A lock with one holder. Whoever comes while it is held spins for a "
        "moment, then sleeps in its queue.",
        "同一时刻只有一个持有者的锁。来晚了的先自旋一会儿,再进队列睡下。" },
      "barging, starvation, locks" },
    { "netpoller",
      { "The part of Go's runtime that waits for sockets. Each is entered in "
        "epoll once; a goroutine whose read finds nothing parks (IO wait), and "
        "the scheduler readies it when epoll_wait names its descriptor.",
        "Go 运行时里等套接字的部分。套接字在 epoll 里各登记一次;goroutine 读不到"
        "就停放(IO wait),等 epoll_wait 报出它的描述符,调度器再让它就绪。" },
      "park, M, sysmon" },
    { "nil channel",
      { "A channel that was never made: sends and receives block for ever. In "
        "a select it switches its case off.",
        "没有创建过的 channel:收发都永远阻塞。用在 select 里,等于关掉那个 "
        "case。" },
      "select" },
    { "P",
      { "A processor in Go's sense: the right to run goroutines, with a queue "
        "of them. There are GOMAXPROCS.",
        "Go 意义上的处理器:运行 goroutine 的权利,附带一条队列。一共有 "
        "GOMAXPROCS 个。" },
      "G, M, local queue, ps" },
    { "park",
      { "To leave the M and sleep until somebody readies the goroutine: at a "
        "channel, a lock, a timer.",
        "离开 M 睡下,直到有人唤醒:等 channel、等锁、等定时器。" },
      "gopark, ready" },
    { "preemption",
      { "sysmon asks a goroutine that has run for 10 ms to give way. It goes "
        "to the global queue.",
        "goroutine 连续运行 10 毫秒,sysmon 就要它让位。它排到全局队列去。" },
      "sysmon, quantum" },
    { "quantum",
      { "How many instructions pass until gopark looks whether somebody else "
        "is due; the number is drawn anew each time.",
        "执行多少条指令就看一次是否该轮到别人;这个数每次重新抽取。" },
      "preemption" },
    { "race",
      { "Two goroutines access the same variable, one of them writes, and "
        "nothing orders the two accesses.",
        "两个 goroutine 访问同一个变量,至少一个在写,而且两次访问之间没有先后"
        "保证。" },
      "happens-before, atomic, mutex" },
    { "ready",
      { "To make a goroutine that waits runnable again: it becomes runnext of "
        "the P whose goroutine woke it.",
        "让等待中的 goroutine 重新可以运行:它成为唤醒者所在 P 的 runnext。" },
      "runnext, park" },
    { "runnext",
      { "The place in front of a P's queue: the goroutine that was made or "
        "readied last runs next, in what is left of the time slice.",
        "P 队列前面的位置:刚创建或刚唤醒的 goroutine 下一个运行,用剩下的时间"
        "片。" },
      "local queue, P" },
    { "RWMutex",
      { "A lock with many readers or one writer. A writer that waits keeps new "
        "readers out, so a goroutine must not read-lock twice.",
        "多个读者或一个写者的锁。有写者在等,新读者就得等,所以同一个 goroutine "
        "不能重复上读锁。" },
      "mutex, deadlock" },
    { "seed",
      { "The number that all chance comes from: the same seed, the same run.",
        "一切随机的来源:种子相同,运行就相同。" },
      "choice, set seed" },
    { "select",
      { "Waits for one of several channel operations. Of those that are ready "
        "one is taken at random; with default it does not wait.",
        "等几个 channel 操作中的一个。就绪的有几个就随机取一个;有 default 就不"
        "等。" },
      "choice, nil channel, sudog" },
    { "sequential consistency",
      { "Memory as if all accesses took turns, each goroutine's in the order "
        "of its program. Go promises it for sync/atomic, and for programs "
        "without data races.",
        "内存的表现如同所有访问轮流进行,每个 goroutine 的访问按程序顺序。Go 对 "
        "sync/atomic、对没有数据竞争的程序作此保证。" },
      "litmus test, store buffer, race" },
    { "spinning",
      { "An M without work that looks for some before it sleeps. At most half "
        "of the busy Ps have one.",
        "没活干的 M 睡下之前先到处找活。这样的 M 不超过忙碌 P 的一半。" },
      "steal, M" },
    { "starvation",
      { "A waiter that has failed to get a mutex for 1 ms turns it to "
        "starvation mode: each Unlock hands the lock to the first in the "
        "queue.",
        "等锁超过 1 毫秒的等待者会让互斥锁进入饥饿模式:每次 Unlock 直接交给"
        "队首。" },
      "mutex, barging" },
    { "steal",
      { "A P without work takes half of another's queue.",
        "没活干的 P 从别人的队列里拿走一半。" },
      "spinning, local queue" },
    { "store buffer",
      { "Where a processor keeps its own stores until memory takes them. Its "
        "own loads see them, others do not yet: so each of two goroutines can "
        "miss the other's store.",
        "处理器存放自己的写、等内存收下的地方。自己读得到,别人还读不到:所以两个 "
        "goroutine 可能都看不到对方的写。" },
      "litmus test, sequential consistency" },
    { "sudog",
      { "A goroutine in a channel's wait queue: whose it is, which channel, "
        "where its value lies. A select has one for each case.",
        "channel 等待队列里的一项:是哪个 goroutine、在哪个 channel、值放在哪。"
        "select 的每个 case 各有一个。" },
      "hchan, select" },
    { "syscall",
      { "A call of the operating system that may block: the M waits in it with "
        "its goroutine, and the P is handed off.",
        "可能阻塞的操作系统调用:M 带着 goroutine 等在里面,P 交给别人。" },
      "handoff, sysmon" },
    { "sysmon",
      { "A thread without a P that watches the others: it takes Ps from long "
        "system calls and asks for preemption.",
        "不带 P 的线程,专门看着别人:把 P 从太久的系统调用里收回来,要求抢占。" },
      "handoff, preemption" },
    { "timer",
      { "Fires when virtual time has come: wakes a sleeper, sends to its "
        "channel, or starts a function. Stop does not close its channel.",
        "虚拟时间一到就触发:唤醒睡眠者、向自己的 channel 发送,或者启动一个函"
        "数。Stop 不会关闭它的 channel。" },
      "timers" },
    { "unbuffered",
      { "A channel without slots: sender and receiver meet. Whoever comes "
        "first waits, and the value goes from stack to stack.",
        "没有格子的 channel:发送者和接收者必须碰面。先到的等着,值从一个栈直接"
        "到另一个栈。" },
      "buffer, channel" },
    { "WaitGroup",
      { "A counter that can be waited for: Add before go, Done when it ends, "
        "Wait until it is 0.",
        "可以等待的计数器:go 之前 Add,结束时 Done,Wait 等到 0。" },
      "leak, deadlock" },
};

const struct term *
glossary_at(int i)
{
    return i >= 0 && i < (int)(sizeof terms / sizeof terms[0]) ? &terms[i]
                                                               : NULL;
}

const struct term *
glossary_find(const char *word)
{
    const struct term *t;

    for (int i = 0; (t = glossary_at(i)) != NULL; i++)
        if (strcasecmp(t->word, word) == 0)
            return t;
    return NULL;
}
