namespace FsmKit.Http;

/// <summary>Why a message was not accepted.</summary>
/// <param name="Status">What a server answers before it closes: 400, 413, 414, 417, 421, 431, 501 or 505. To a client it says nothing.</param>
/// <param name="Reason">For the log and the answer: what was wrong where, by the number of a field line or the name of a known field. Nothing of what the peer sent is
/// repeated.</param>
/// <param name="IsCutOff">Whether the connection ended inside the message: the peer may be gone, and an answer lost.</param>
public readonly record struct HttpFault(int Status, string Reason, bool IsCutOff = false)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => Status != 0;

    internal static HttpFault Bad(string reason) => new(400, reason);

    internal static HttpFault CutOff(string reason) => new(400, reason, IsCutOff: true);
}
