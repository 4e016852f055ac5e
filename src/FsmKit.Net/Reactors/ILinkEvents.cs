using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>What a stream link tells its owner, always on the loop's thread and out of <see cref="IReactor.Wait"/>.</summary>
/// <remarks>
/// Readiness is level-triggered: as long as the cause lasts and the interest is watched, every Wait tells it again.
/// So after an end of stream or an error the owner takes <see cref="Interest.Read"/> back, or closes.
/// </remarks>
internal interface ILinkEvents
{
    /// <summary>A connect has succeeded.</summary>
    void OnConnected();

    /// <summary>A connect has failed; the link is closed already.</summary>
    void OnConnectFailed(SocketError error);

    /// <summary>Receive has something to give: bytes, the end of the stream, or an error. Only while Read is watched.</summary>
    void OnReadable();

    /// <summary>Send may take more. Only while Write is watched.</summary>
    void OnWritable();

    /// <summary>
    /// The connection broke while Read was not watched, and neither Receive nor Send has told so. Told once; what arrived before can
    /// still be received. The ordinary end of both directions is no break.
    /// </summary>
    void OnBroken(SocketError error);
}
