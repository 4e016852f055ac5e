using System.Net;
using System.Net.Sockets;
using System.Text;
using FsmKit.AspNetCore;
using FsmKit.KestrelTests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.InternalTesting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests.TestTransport;

/// <summary>An application on <see cref="FsmKitServer"/>, on a free port of 127.0.0.1, with Kestrel's limits of its context.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IPEndPoint _address;

    public TestServer(RequestDelegate app)
        : this(app, new TestServiceContext())
    {
    }

    public TestServer(RequestDelegate app, TestServiceContext context)
        : this(app, context, static _ => { }, static _ => { })
    {
    }

    public TestServer(RequestDelegate app, TestServiceContext context, ListenOptions listenOptions)
        : this(app, context) => _ = listenOptions;

    public TestServer(RequestDelegate app, TestServiceContext context, Action<KestrelServerOptions> configureKestrel, Action<IServiceCollection> configureServices)
    {
        Context = context;
        configureKestrel(context.ServerOptions);
        _host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseSetting(WebHostDefaults.PreventHostingStartupKey, "true")
                .UseFsmKit(options => OptionsMap.Apply(context, options))
                .Configure(builder => builder.Run(app)))
            .ConfigureServices(services =>
            {
                configureServices(services);
                services.AddSingleton(context.LoggerFactory);

                // The clock of the test stands still, and with it the server's own limit.
                services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
            })
            .Build();
        _host.Start();
        var url = _host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        _address = new IPEndPoint(IPAddress.Loopback, new Uri(url).Port);
        HttpClientSlim = new InMemoryHttpClientSlim(this);
    }

    public TestServiceContext Context { get; }

    public int Port => _address.Port;

    public InMemoryHttpClientSlim HttpClientSlim { get; }

    public InMemoryConnection CreateConnection(Encoding encoding = null, Action<IFeatureCollection> featuresAction = null)
    {
        _ = featuresAction;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(_address);
        return new InMemoryConnection(this, socket, encoding);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
