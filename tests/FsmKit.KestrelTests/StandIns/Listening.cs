using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests;

/// <summary>Endpoint of Kestrel; the server of the tests listens on a port of its own.</summary>
public sealed class ListenOptions(EndPoint endPoint)
{
    public EndPoint EndPoint => endPoint;

    public HttpProtocols Protocols { get; set; }

    public bool DisableAltSvcHeader { get; set; }

    public ListenOptions UsePassThrough() => this;
}

/// <summary>The list of endpoints that Kestrel keeps to itself.</summary>
public static class CodeBacked
{
    extension(KestrelServerOptions options)
    {
        public List<ListenOptions> CodeBackedListenOptions => options is null ? null : [];
    }
}
