namespace FsmKit.Net;

/// <summary>What a listening link tells its owner, always on the loop's thread and out of <see cref="IReactor.Wait"/>.</summary>
internal interface IListenEvents
{
    /// <summary>Accept has something to give: a connection, or an error such as running out of descriptors.</summary>
    void OnAcceptable();
}
