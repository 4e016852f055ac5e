using System.Diagnostics;
using System.Globalization;

namespace FsmKit.Net;

/// <content>The <see cref="GSock"/> of each accepted connection.</content>
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
            gsock = CreateGsock();
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
            NetLog.NotCreated(Logger, this, x);
            Refuse(arrival, RefusalReason.NotCreated);
            return;
        }

        Accepted++;
        NGsocks++;
        _inbox.Gain();
        gsock.Accept(arrival.Link, this);
    }

    private string? NumberedName(string kind) =>
        Name.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Name}.{kind}_{_number:x}");

    private void AcGsockGone(in EvGsockGone e)
    {
        NGsocks--;
        Debug.Assert(NGsocks >= 0, "A gsock is counted once.");
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

    /// <summary>Sets the parameters of an accepted gsock. The settings of the loop are applied afterwards and have priority.</summary>
    private void Prepare(GSock gsock)
    {
        gsock.AutoDestroy = AutoDestroy;
        gsock.SslOptions = SslOptions;
        gsock.IdleTimeout = IdleTimeout;
        gsock.Framing = Framing;
        ConfigureGsock?.Invoke(gsock);
        foreach (var (name, value) in _gsockSettings)
        {
            gsock.WriteParameter(name, value);
        }
    }

    /// <summary>Parses <see cref="GsockSettings"/> and tries them on a trial gsock, so that a mistake fails the creation of the server.</summary>
    private (string Name, string Value)[] ReadGsockSettings()
    {
        var settings = Array.ConvertAll(
            GsockSettings.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            item => item.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : throw new ParameterException(
                $"Parameter '{nameof(GsockSettings)}' of {this}: '{item}' is no Name=value. List parameters of GSock, separated by semicolons."));
        var probe = CreateTrial<GSock>();
        foreach (var (name, value) in settings)
        {
            probe.WriteParameter(name, value);
        }

        return settings;
    }
}
