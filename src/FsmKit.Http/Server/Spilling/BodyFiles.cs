namespace FsmKit.Http;

/// <summary>Creates the files of bodies that do not fit into memory, and has threads write them. Tests replace it.</summary>
internal class BodyFiles
{
    /// <summary>Temporary files of the system, written on the thread pool.</summary>
    public static BodyFiles System { get; } = new();

    /// <summary>Creates an empty file.</summary>
    public virtual BodyFile Create() => new TemporaryFile();

    /// <summary>Queues a write.</summary>
    public virtual void Run(IThreadPoolWorkItem write) => ThreadPool.UnsafeQueueUserWorkItem(write, preferLocal: false);
}
