namespace FsmKit.AspNetCore;

/// <summary>Options of FsmKit's sockets below Kestrel. They are read once, when Kestrel starts.</summary>
public sealed class FsmKitTransportOptions
{
    /// <summary>Number of loops, each with a thread and all endpoints. 1 or more, default 1.</summary>
    public int Loops { get; set; } = 1;

    /// <summary>
    /// The thread on which Kestrel reads requests and begins to handle them. Default <see cref="ApplicationThread.ThreadPool"/>.
    /// </summary>
    public ApplicationThread Handlers { get; set; } = ApplicationThread.ThreadPool;

    /// <summary>Number of processors of this process. Tests set it; the runtime reads it once.</summary>
    internal int Processors { get; set; } = Environment.ProcessorCount;
}
