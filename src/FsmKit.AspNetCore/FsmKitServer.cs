using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FsmKit.AspNetCore;

/// <summary>An HTTP/1.1 server for ASP.NET Core, made of gclasses: one or several loops, each with a <see cref="Http.GHttpServer"/> per endpoint.</summary>
/// <remarks>Registered by <c>builder.WebHost.UseFsmKit()</c>. HTTP/2 and HTTP/3 are not supported.</remarks>
public sealed class FsmKitServer : IServer
{
    private readonly FsmKitServerOptions _options;
    private readonly ILoggerFactory _loggers;
    private readonly IConfiguration? _configuration;
    private readonly List<ServerLoop> _loops = [];
    private readonly ServerAddressesFeature _addresses = new();
    private bool _isStarted;
    private Task? _stopping;

    /// <summary>Creates the server. It listens from <see cref="StartAsync"/> on.</summary>
    public FsmKitServer(IOptions<FsmKitServerOptions> options, ILoggerFactory loggers, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _loggers = loggers;
        _configuration = configuration;
        Features.Set<IServerAddressesFeature>(_addresses);
    }

    /// <summary>The features of the server: <see cref="IServerAddressesFeature"/>, with the ports in use once the server has started.</summary>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Listens on all endpoints and starts the loops.</summary>
    /// <exception cref="IOException">An endpoint cannot listen. The message says which one and why.</exception>
    /// <exception cref="InvalidOperationException">An address or option is wrong, or the server has started already.</exception>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        if (_isStarted)
        {
            throw new InvalidOperationException("The server has started already.");
        }

        _isStarted = true;
        if (_options.Loops is < 1 or > 256)
        {
            throw new InvalidOperationException($"Loops is {_options.Loops}: a server has 1 to 256 loops.");
        }

        var endpoints = EndpointSources.Find(_options, _configuration, _addresses.Addresses, _addresses.PreferHostingUrls);
        var logger = _loggers.CreateLogger("FsmKit.AspNetCore");
        var ports = new Dictionary<FsmKitEndpoint, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _options.Loops; i++)
        {
            // The system shares ports between loops, and no Unix sockets.
            var own = i == 0 ? endpoints : [.. endpoints.Where(static endpoint => !endpoint.IsUnixSocket)];
            if (own.Count == 0)
            {
                break;
            }

            var options = new GAplicOptions { Logger = _loggers.CreateLogger("FsmKit") };
            _options.ConfigureLoop?.Invoke(options);
            var pool = new ExchangePoolOf<TContext>(application, _options, logger) { Ports = ports };
            _loops.Add(Listen($"aspnetcore{i}", options, pool, own));
            if (i == 0)
            {
                ShowPorts(endpoints, _loops[0].Ports, ports);
            }
        }

        _loops.ForEach(static loop => loop.Start());
        return Task.CompletedTask;
    }

    /// <summary>
    /// Stops accepting, completes the requests that have begun, and ends the loops. When the token is cancelled, connections that are left
    /// are dropped. Further calls return the same task.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken) => _stopping ??= Task.WhenAll(_loops.Select(loop => loop.StopAsync(cancellationToken)));

    /// <summary>Ends the loops at once.</summary>
    public void Dispose()
    {
        _loops.ForEach(static loop => loop.Dispose());
        _loops.Clear();
    }

    private ServerLoop Listen(string name, GAplicOptions options, ExchangePool pool, IReadOnlyList<FsmKitEndpoint> endpoints)
    {
        try
        {
            return new ServerLoop(name, options, pool, endpoints);
        }
        catch (GObjException x)
        {
            Dispose();
            throw new IOException($"The server cannot listen on {string.Join(", ", endpoints)}: {x.Message}", x);
        }
    }

    private void ShowPorts(IReadOnlyList<FsmKitEndpoint> endpoints, IReadOnlyList<int> used, Dictionary<FsmKitEndpoint, int> ports)
    {
        _addresses.Addresses.Clear();
        for (var i = 0; i < endpoints.Count; i++)
        {
            ports[endpoints[i]] = used[i];
            _addresses.Addresses.Add(endpoints[i].UrlWith(used[i]));
        }
    }
}
