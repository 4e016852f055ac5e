namespace FsmKit.Http;

/// <summary>Thrown by reads of a streamed request body that ends before it is complete.</summary>
public sealed class HttpBodyException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="status">The status of the answer to the client; see <see cref="Status"/>.</param>
    /// <param name="message">The reason, as text.</param>
    public HttpBodyException(int status, string message)
        : base(message) => Status = status;

    /// <summary>
    /// The status for the reason: 413 for a body that is too long, 408 for one that is too slow, 400 for a malformed one, 431 for too large
    /// trailers. 0 when the client is gone or the request was answered before.
    /// </summary>
    public int Status { get; }
}
