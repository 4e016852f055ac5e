using System.Globalization;
using FsmKit.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FsmKit.AspNetCore;

/// <summary>
/// Finds the endpoints of a server: those of the options, or else of the configuration section <c>FsmKit:Endpoints</c>, or else of
/// <c>--urls</c> and <c>ASPNETCORE_URLS</c>, or else <c>http://localhost:5000</c>.
/// </summary>
internal static class EndpointSources
{
    private const string Fallback = "http://localhost:5000";

    public static IReadOnlyList<FsmKitEndpoint> Find(FsmKitServerOptions options, IConfiguration? configuration, ICollection<string> urls, bool prefersUrls)
    {
        if (prefersUrls && urls.Count > 0)
        {
            return FromUrls(urls, options);
        }

        if (options.Endpoints.Count > 0)
        {
            return options.Endpoints;
        }

        var section = configuration?.GetSection("FsmKit:Endpoints").GetChildren().ToList() ?? [];
        return section.Count > 0 ? [.. section.Select(endpoint => FromSection(endpoint, options))] : FromUrls(urls.Count > 0 ? urls : [Fallback], options);
    }

    private static List<FsmKitEndpoint> FromUrls(ICollection<string> urls, FsmKitServerOptions options) =>
        [.. urls.Select(url => FromUrl(url, options.DefaultTls))];

    private static FsmKitEndpoint FromUrl(string url, TlsOptions? tls)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException x)
        {
            throw new InvalidOperationException($"'{url}' is no address to listen on. Write it like http://localhost:5000 or http://unix:/run/app.sock.", x);
        }

        var isSecure = address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
        if (!isSecure && !address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"'{url}' has the scheme {address.Scheme}. The server speaks http and https.");
        }

        if (address.PathBase.Length > 0)
        {
            throw new InvalidOperationException($"'{url}' has a path. Leave it out, and call app.UsePathBase(\"{address.PathBase}\").");
        }

        if (isSecure && tls is null)
        {
            throw new InvalidOperationException(
                $"'{url}' needs a certificate. Set DefaultTls in UseFsmKit(options => ...), or FsmKit:Endpoints:<name>:Tls in the configuration.");
        }

        var host = address.IsUnixPipe ? $"unix:{address.UnixPipePath}" : address.Host is "*" or "+" or "[::]" ? "*" : address.Host.Trim('[', ']');
        return new FsmKitEndpoint(host, address.IsUnixPipe ? 0 : address.Port, isSecure ? tls : null);
    }

    /// <summary>Reads an endpoint: <c>Url</c>, <c>Tls</c> as text of <see cref="TlsOptions"/>, and <c>Protocols</c>, which can only be <c>Http1</c>.</summary>
    private static FsmKitEndpoint FromSection(IConfigurationSection section, FsmKitServerOptions options)
    {
        var url = section["Url"] ?? throw new InvalidOperationException($"{section.Path} has no Url.");
        if (section["Protocols"] is { Length: > 0 } protocols && !protocols.Equals("Http1", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"{section.Path}:Protocols is {protocols}. The FsmKit server speaks HTTP/1.1 only: write Http1 or leave it out. For HTTP/2 use Kestrel over "
                + "FsmKit's sockets: builder.WebHost.UseKestrel().UseFsmKitTransport().");
        }

        try
        {
            return FromUrl(url, section["Tls"] is { Length: > 0 } tls ? TlsOptions.Parse(tls, CultureInfo.InvariantCulture) : options.DefaultTls);
        }
        catch (Exception x) when (x is FormatException or ParameterException)
        {
            throw new InvalidOperationException($"{section.Path}:Tls: {x.Message}", x);
        }
    }
}
