using static FsmKit.Http.HttpSide;

namespace FsmKit.Http;

/// <summary>The machine of a connection: what each side may do and where that leads. It does not know which of the sides we are.</summary>
/// <remarks>
/// After h11's model. A table in code and not a gclass: it has no loop, no tree and no subscribers, and both sides move in one transition.
/// A pair that has no row is a fault of the side that acted.
/// </remarks>
internal struct ConnectionStates
{
    private const HttpSide Nowhere = (HttpSide)byte.MaxValue;

    public HttpSide Client;

    public HttpSide Server;

    /// <summary>False once either side has said that this message is the last one.</summary>
    public bool KeepAlive;

    /// <summary>The request asks to switch (<c>Upgrade</c>, CONNECT), and the answer is still open.</summary>
    public bool OffersSwitch;

    public static ConnectionStates AtStart => new() { KeepAlive = true };

    /// <summary>Both messages are finished, and the connection is good for more.</summary>
    public readonly bool CanStartNext => Client == Done && Server == Done;

    /// <summary>What the client does.</summary>
    /// <returns>False when it may not.</returns>
    public bool ClientDoes(HttpSignal signal)
    {
        var next = (Client, signal) switch
        {
            (Idle, HttpSignal.Request) => SendBody,
            (Idle, HttpSignal.Close) => Closed,
            (SendBody, HttpSignal.Data) => SendBody,
            (SendBody, HttpSignal.End) => Done,
            (Done or MustClose or MightSwitch or Closed, HttpSignal.Close) => Closed,
            _ => Nowhere,
        };
        if (next == Nowhere)
        {
            return false;
        }

        Client = next;
        if (signal == HttpSignal.Request)
        {
            Server = SendResponse;
        }

        Settle();
        return true;
    }

    /// <summary>Whether the server may.</summary>
    public readonly bool ServerMay(HttpSignal signal) => ServerNext(signal) != Nowhere;

    /// <summary>What the server does.</summary>
    /// <returns>False when it may not.</returns>
    public bool ServerDoes(HttpSignal signal)
    {
        var next = ServerNext(signal);
        if (next == Nowhere)
        {
            return false;
        }

        Server = next;
        OffersSwitch &= signal is not HttpSignal.Response;
        Settle();
        return true;
    }

    private readonly HttpSide ServerNext(HttpSignal signal) => (Server, signal) switch
    {
        (SendResponse, HttpSignal.Informational) => SendResponse,
        (SendResponse, HttpSignal.Response) => SendBody,
        (SendResponse, HttpSignal.Switch) when OffersSwitch && Client == MightSwitch => Switched,

        // A refusal of what could not be read as a request, or came too late (408).
        (Idle, HttpSignal.Response) => SendBody,
        (SendBody, HttpSignal.Data) => SendBody,
        (SendBody, HttpSignal.End) => Done,
        (Idle or Done or MustClose or Closed, HttpSignal.Close) => Closed,
        _ => Nowhere,
    };

    public void ClientFails()
    {
        (Client, KeepAlive) = (Error, false);
        Settle();
    }

    public void ServerFails()
    {
        (Server, KeepAlive) = (Error, false);
        Settle();
    }

    public void StartNext() => (Client, Server, KeepAlive, OffersSwitch) = (Idle, Idle, true, false);

    public void Last()
    {
        KeepAlive = false;
        Settle();
    }

    // What follows for one side from where the other one is.
    private void Settle()
    {
        // As long as all goes well, nothing does.
        if (KeepAlive && !OffersSwitch && Client <= Done && Server <= Done)
        {
            return;
        }

        Client = (Client, Server) switch
        {
            (Done, _) when OffersSwitch && Server != Switched => MightSwitch,
            (MightSwitch, not Switched) when !OffersSwitch => Done,
            (Done or MightSwitch, Switched) => Switched,
            _ => Client,
        };
        if (Client is Closed or Error && Server is Idle or Done && !(Client is Error && Server is Idle))
        {
            Server = MustClose;
        }

        if (!KeepAlive)
        {
            Client = Client == Done ? MustClose : Client;
            Server = Server == Done ? MustClose : Server;
        }

        if (Server is Closed or Error && Client is Done or Idle)
        {
            Client = MustClose;
        }
    }
}
