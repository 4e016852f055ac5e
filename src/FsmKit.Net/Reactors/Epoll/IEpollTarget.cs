namespace FsmKit.Net;

/// <summary>Target of the events of one descriptor in an <see cref="EpollSet"/>.</summary>
internal interface IEpollTarget
{
    /// <summary>Object that the log names when <see cref="Ready"/> throws; null for none.</summary>
    object? Owner { get; }

    /// <summary>Handles the reported flags, on the loop's thread.</summary>
    void Ready(EpollFlags flags);

    /// <summary>Closes the target when the reactor is disposed.</summary>
    void Close();
}
