namespace FsmKit.Net;

/// <summary>Who is behind a descriptor of an <see cref="EpollSet"/>.</summary>
internal interface IEpollTarget
{
    /// <summary>Who is named when serving this target throws.</summary>
    object? Owner { get; }

    /// <summary>Serves what epoll found, on the loop's thread.</summary>
    void Ready(EpollFlags flags);

    /// <summary>The reactor is being disposed.</summary>
    void Close();
}
