namespace FsmKit.Http;

/// <summary>The reason for refusing a message.</summary>
/// <param name="Status">The status that a server answers before it closes: 400, 413, 414, 417, 421, 431, 501 or 505. Without meaning for a
/// client. 0 for no fault.</param>
/// <param name="Reason">A text for the log and the answer. It names the number of a field line or a known field, and never repeats input of
/// the peer.</param>
/// <param name="IsCutOff">Whether the connection ended inside the message, so that an answer may not reach the peer.</param>
public readonly record struct HttpFault(int Status, string Reason, bool IsCutOff = false)
{
    /// <summary>Whether a message is refused; false for the default value.</summary>
    public bool Exists => Status != 0;

    internal static HttpFault Bad(string reason) => new(400, reason);

    internal static HttpFault CutOff(string reason) => new(400, reason, IsCutOff: true);
}
