using FsmKit.AspNetCore;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Hosting;

/// <summary>Puts an ASP.NET Core application on FsmKit.</summary>
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
}
