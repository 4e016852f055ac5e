namespace FsmKit.Net;

/// <summary>Completed operation that the next Wait serves on the loop's thread.</summary>
internal interface ICompletion
{
    /// <summary>Object that the log names when <see cref="Serve"/> throws; null for none.</summary>
    object? Owner { get; }

    void Serve();
}
