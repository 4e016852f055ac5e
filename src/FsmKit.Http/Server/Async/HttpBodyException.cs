namespace FsmKit.Http;

/// <summary>Told to who reads the body of a request that does not come to its end.</summary>
public sealed class HttpBodyException : IOException
{
    /// <summary>A body that does not come to its end.</summary>
    /// <param name="status">What the client is answered, if it can be: see <see cref="Status"/>.</param>
    /// <param name="message">What happened.</param>
    public HttpBodyException(int status, string message)
        : base(message) => Status = status;

    /// <summary>
    /// What is wrong with the body: 413, it is longer than allowed; 408, it comes too slowly; 400, it is malformed. 0 when the client is gone, or
    /// the request was answered before.
    /// </summary>
    public int Status { get; }
}
