using System.Globalization;

namespace FsmKit.Net;

/// <content>From a connection to a gsock.</content>
public sealed partial class GServerSock
{
    private long _number;
    private Action<GSock> _prepare = null!;
    private (string Name, string Value)[] _gsockSettings = [];

    private void Welcome(in Arrival arrival, AddressKey? peer)
    {
        GSock? gsock = null;
        try
        {
            _number++;
            var name = Name.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Name}.clisrv_{_number:x}");
            gsock = (Subscriber ?? Parent!).Create(name, _prepare);
            if (arrival.Endpoint.Source is not null || arrival.Proxy is not null || peer is not null)
            {
                gsock.Served = new Served(gsock) { Source = arrival.Endpoint.Source, Proxy = arrival.Proxy, Peer = peer };
            }

            if (peer is { } key)
            {
                _peers.Add(key);
            }
        }
        catch (Exception x)
        {
            gsock?.Destroy();
            NetLog.NotCreated(Gaplic.Logger, this, x);
            Refuse(arrival, RefusalReason.NotCreated);
            return;
        }

        Accepted++;
        NGsocks++;
        _inbox.Gain();
        gsock.Accept(arrival.Link, this);
    }

    private void AcGsockGone(in EvGsockGone e)
    {
        NGsocks--;
        _inbox.Lose();
        if (e.Gsock.Served is { } served)
        {
            _unfinished.Remove(served);
            if (served.Peer is { } peer)
            {
                _peers.Remove(peer);
            }
        }

        NoticeRoom();
    }

    /// <summary>What is meant for all gsocks of this server; the settings of the loop follow, and so win.</summary>
    private void Prepare(GSock gsock)
    {
        gsock.AutoDestroy = AutoDestroy;
        gsock.SslOptions = SslOptions;
        gsock.IdleTimeout = IdleTimeout;
        ConfigureGsock?.Invoke(gsock);
        foreach (var (name, value) in _gsockSettings)
        {
            gsock.WriteParameter(name, value);
        }
    }

    /// <summary>Reads them, and tries them on a gsock that nobody will see: a mistake is to be known now, not with the first connection.</summary>
    private (string Name, string Value)[] ReadGsockSettings()
    {
        var settings = Array.ConvertAll(
            GsockSettings.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            item => item.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : throw new ParameterException(
                $"Parameter '{nameof(GsockSettings)}' of {this}: '{item}' is no Name=value. Parameters of a GSock, with semicolons between them."));
        var probe = CreateTrial<GSock>();
        foreach (var (name, value) in settings)
        {
            probe.WriteParameter(name, value);
        }

        return settings;
    }
}
