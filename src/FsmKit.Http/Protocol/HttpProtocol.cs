namespace FsmKit.Http;

/// <summary>What both roles of a connection have: where its two sides are, and how it goes from one request to the next.</summary>
/// <remarks>Not for two threads at once. It keeps no bytes: what a read does not consume, its caller presents again.</remarks>
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

        _states.StartNext();
        Forget();
    }

    /// <summary>Makes this exchange the last one of the connection; if the own head is not written yet, it will say so.</summary>
    public void CloseAfterResponse() => _states.Last();

    /// <summary>Gives back what is pooled. Nothing else is held.</summary>
    public void Dispose()
    {
        Forget();
        GC.SuppressFinalize(this);
    }

    /// <summary>The role's own part of an exchange is over.</summary>
    private protected abstract void ForgetHead();

    private void Forget()
    {
        ForgetHead();
        _trailers?.Begin(0);
    }
}
