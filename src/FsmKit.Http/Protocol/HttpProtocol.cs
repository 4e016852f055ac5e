namespace FsmKit.Http;

/// <summary>
/// Base of <see cref="HttpServerProtocol"/> and <see cref="HttpClientProtocol"/>: the state of a connection, and the step to its next
/// request.
/// </summary>
/// <remarks>Not safe for use by two threads at once. The bytes that a read did not consume must begin the input of the next read.</remarks>
public abstract class HttpProtocol : IDisposable
{
    private protected ConnectionStates _states = ConnectionStates.AtStart;
    private protected FieldTable? _trailers;

    private protected HttpProtocol()
    {
    }

    /// <summary>The state of the client in the current request and response.</summary>
    public HttpSide ClientSide => _states.Client;

    /// <summary>The state of the server in the current request and response.</summary>
    public HttpSide ServerSide => _states.Server;

    /// <summary>
    /// Whether the connection persists after the current response (RFC 9112 §9.3). False once either side has announced its end.
    /// </summary>
    public bool KeepAlive => _states.KeepAlive;

    /// <summary>Whether request and response are finished and the connection can take the next request.</summary>
    public bool CanStartNext => _states.CanStartNext;

    /// <summary>Prepares the connection for the next request.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CanStartNext"/> is false.</exception>
    public void StartNext()
    {
        if (!CanStartNext)
        {
            throw new InvalidOperationException($"The client is at {ClientSide} and the server at {ServerSide}; the next request "
                + "begins when both are Done.");
        }

        Reset();
    }

    /// <summary>
    /// Returns the object to the state of a new connection, from any state. One object can so serve many connections, one after the other.
    /// </summary>
    public void Reset()
    {
        _states.StartNext();
        ForgetHead();
        _trailers?.Release();
    }

    /// <summary>
    /// Makes the current request and its response the last ones of the connection. A head that is not written yet gets
    /// <c>Connection: close</c>.
    /// </summary>
    public void CloseAfterResponse() => _states.Last();

    /// <summary>Returns the fields of <see cref="HttpEvent.Trailers"/> over a copy of their bytes; valid until <see cref="StartNext"/>.</summary>
    internal HttpFields TrailersIn(ReadOnlySpan<byte> copy) => new(copy, copy.IsEmpty ? null : _trailers);

    /// <summary>Returns pooled arrays. The object holds no other resource.</summary>
    public void Dispose()
    {
        Reset();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Resets the head that the role has read and the head that it writes.</summary>
    private protected abstract void ForgetHead();

    /// <summary>Returns the pooled arrays that the role keeps from one exchange to the next.</summary>
    private protected virtual void Release()
    {
    }
}
