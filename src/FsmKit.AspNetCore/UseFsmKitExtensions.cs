using FsmKit.AspNetCore;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Hosting;

/// <summary>Makes an ASP.NET Core application use FsmKit: its HTTP server, or its sockets below Kestrel.</summary>
public static class UseFsmKitExtensions
{
    /// <summary>Serves the application with <see cref="FsmKitServer"/> instead of Kestrel.</summary>
    /// <param name="builder">The builder, as in <c>builder.WebHost.UseFsmKit()</c>.</param>
    /// <param name="configure">Sets the options of the server. Default null: all defaults.</param>
    public static IWebHostBuilder UseFsmKit(this IWebHostBuilder builder, Action<FsmKitServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices(services =>
        {
            services.AddOptions<FsmKitServerOptions>();
            if (configure is not null)
            {
                services.Configure(configure);
            }

            services.AddSingleton<IServer, FsmKitServer>();
        });
    }

    /// <summary>
    /// Makes Kestrel listen with FsmKit's sockets. Kestrel keeps TLS, HTTP/1.1 and HTTP/2. HTTP/3 and named pipes keep Kestrel's own
    /// transport.
    /// </summary>
    /// <param name="builder">The builder, as in <c>builder.WebHost.UseFsmKitTransport()</c>.</param>
    /// <param name="configure">Sets the options of the transport. Default null: all defaults.</param>
    public static IWebHostBuilder UseFsmKitTransport(this IWebHostBuilder builder, Action<FsmKitTransportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices(services =>
        {
            services.AddOptions<FsmKitTransportOptions>();
            if (configure is not null)
            {
                services.Configure(configure);
            }

            services.AddSingleton<IConnectionListenerFactory, FsmKitTransportFactory>();
        });
    }
}
