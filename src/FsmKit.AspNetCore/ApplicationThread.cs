namespace FsmKit.AspNetCore;

/// <summary>The thread on which the handling of a request begins.</summary>
public enum ApplicationThread
{
    /// <summary>A thread of the pool. The application may block there, and must not touch gobjs.</summary>
    ThreadPool,

    /// <summary>
    /// The loop that has received the request, without a change of thread. The application must not block there. Code after an <c>await</c>
    /// continues on the loop, unless <c>ConfigureAwait(false)</c> says otherwise. The application may touch the gobjs of the loop.
    /// </summary>
    Loop,
}
