namespace FsmKit.Http;

/// <summary>
/// One connection of a client, without its socket: requests in, bytes out; bytes in, events out (RFC 9110, RFC 9112). One request at a
/// time; the next one after <see cref="StartNext"/>.
/// </summary>
/// <remarks>Not for two threads at once. It keeps no bytes: what <see cref="Read"/> does not consume, its caller presents again.</remarks>
public sealed partial class HttpClientProtocol : IDisposable
{
    private readonly HttpLimits _limits;
    private readonly ResponseHeadReader _head;
    private ConnectionStates _states = ConnectionStates.AtStart;

    /// <summary>A connection that has just been made.</summary>
    /// <param name="limits">How much the server may send.</param>
    public HttpClientProtocol(HttpLimits? limits = null)
    {
        _limits = limits ?? HttpLimits.Default;
        _head = new ResponseHeadReader(_limits);
    }

    /// <summary>Where we are.</summary>
    public HttpSide ClientSide => _states.Client;

    /// <summary>Where the server is.</summary>
    public HttpSide ServerSide => _states.Server;

    /// <summary>Whether the connection goes on after this response. False once either side has said that it does not.</summary>
    public bool KeepAlive => _states.KeepAlive;

    /// <summary>Whether request and response are finished, and the connection is good for the next ones.</summary>
    public bool CanStartNext => _states.CanStartNext;

    /// <summary>Makes the connection ready for the next request.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CanStartNext"/> is false.</exception>
    public void StartNext()
    {
        if (!CanStartNext)
        {
            throw new InvalidOperationException($"The client is at {ClientSide} and the server at {ServerSide}; the next request "
                + "begins when both are Done.");
        }

        _states.StartNext();
        Forget();
    }

    /// <summary>
    /// The response again, over a copy of its head's bytes (<see cref="HttpEvent.Data"/>); until <see cref="StartNext"/>.
    /// </summary>
    public HttpResponseHead ResponseIn(ReadOnlySpan<byte> headBytes) => new(headBytes, _head);

    /// <summary>Makes this request the last one of the connection; if its head is not written yet, it will say so.</summary>
    public void CloseAfterResponse() => _states.Last();

    /// <summary>Gives back what is pooled. Nothing else is held.</summary>
    public void Dispose() => Forget();

    private void Forget()
    {
        _head.Reset();
        _trailers?.Begin(0);
        _isInterim = false;
    }
}
