using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Callbacks of a stream link to its owner, always on the loop's thread and inside <see cref="IReactor.Wait"/>.</summary>
/// <remarks>
/// Readiness is level-triggered: every Wait reports it again while its cause lasts and the owner watches it. After the end of the stream or an
/// error, the owner must therefore stop watching <see cref="Interest.Read"/>, or close the link.
/// </remarks>
internal interface ILinkEvents
{
    /// <summary>Reports a successful connect.</summary>
    void OnConnected();

    /// <summary>Reports a failed connect. The link is already closed.</summary>
    void OnConnectFailed(SocketError error);

    /// <summary>Reports, while Read is watched, that Receive has a result: bytes, the end of the stream, or an error.</summary>
    void OnReadable();

    /// <summary>Reports, while Write is watched, that Send may take more bytes.</summary>
    void OnWritable();

    /// <summary>
    /// Reports that the connection broke while Read was not watched, if neither Receive nor Send has returned the error. Called once. Bytes that
    /// arrived before can still be received. The ordinary end of both directions is not a break.
    /// </summary>
    void OnBroken(SocketError error);
}
