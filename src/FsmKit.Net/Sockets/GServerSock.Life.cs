namespace FsmKit.Net;

/// <content>Start and end of the server.</content>
public sealed partial class GServerSock
{
    /// <inheritdoc/>
    protected override void StartUp()
    {
        SslOptions?.CheckServer(Logger);
        _prepare = Prepare;
        _gsockSettings = ReadGsockSettings();
        _reactor = NetReactor.Of(Gaplic);
        if (AutoListen)
        {
            Listen();
        }
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        _inbox.Close();
        ClosePrefaces();
        foreach (var endpoint in _endpoints)
        {
            endpoint.Close();
        }
    }
}
