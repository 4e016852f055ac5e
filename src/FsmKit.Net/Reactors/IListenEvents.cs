using System.Net;

namespace FsmKit.Net;

/// <summary>What a listening link tells its owner, always on the loop's thread.</summary>
internal interface IListenEvents
{
    /// <summary>Accept has something to give: a connection, or an error such as running out of descriptors. Out of <see cref="IReactor.Wait"/>.</summary>
    void OnAcceptable();

    /// <summary>Inside <see cref="NetReactor.Listen"/>: a step is about to be done or is done, with the address as far as it is known.</summary>
    void OnStep(EndpointStep step, EndPoint address)
    {
    }
}
