namespace FsmKit.Http;

/// <summary>What both roles of a connection have: where its two sides are, and how it goes from one request to the next.</summary>
/// <remarks>Not for two threads at once. What a read does not consume, its caller presents again.</remarks>
public abstract class HttpProtocol : IDisposable
{
    private protected ConnectionStates _states = ConnectionStates.AtStart;
    private protected FieldTable? _trailers;

    private protected HttpProtocol()
    {
    }

    /// <summary>Where the client is.</summary>
    public HttpSide ClientSide => _states.Client;

    /// <summary>Where the server is.</summary>
    public HttpSide ServerSide => _states.Server;

    /// <summary>Whether the connection goes on after this response. False once either side has said that it does not.</summary>
    public bool KeepAlive => _states.KeepAlive;

    /// <summary>Whether request and response are finished, and the connection is good for the next ones.</summary>
    public bool CanStartNext => _states.CanStartNext;

    /// <summary>Goes on with the next request.</summary>
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
    /// Makes it a connection that has just begun, whatever it was: so that one object serves many connections one after the other.
    /// </summary>
    public void Reset()
    {
        _states.StartNext();
        ForgetHead();
        _trailers?.Release();
    }

    /// <summary>Makes this exchange the last one of the connection; if the own head is not written yet, it will say so.</summary>
    public void CloseAfterResponse() => _states.Last();

    /// <summary>The fields of <see cref="HttpEvent.Trailers"/> again, over a copy of their bytes; until <see cref="StartNext"/>.</summary>
    internal HttpFields TrailersIn(ReadOnlySpan<byte> copy) => new(copy, copy.IsEmpty ? null : _trailers);

    /// <summary>Gives back what is pooled. Nothing else is held.</summary>
    public void Dispose()
    {
        Reset();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>The role's own part of an exchange is over.</summary>
    private protected abstract void ForgetHead();

    /// <summary>Gives back what the role keeps from one exchange to the next.</summary>
    private protected virtual void Release()
    {
    }
}
