using System.Net;

namespace FsmKit.Net;

/// <summary>Callbacks of a listening link to its owner, always on the loop's thread.</summary>
internal interface IListenEvents
{
    /// <summary>
    /// Reports, inside <see cref="IReactor.Wait"/>, that Accept has a result: a connection, or an error such as a lack of descriptors.
    /// </summary>
    void OnAcceptable();

    /// <summary>Reports a step inside <see cref="NetReactor.Listen"/>, with the address as far as it is known.</summary>
    void OnStep(EndpointStep step, EndPoint address)
    {
    }
}
