namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests.TestTransport;

/// <summary>Asks a server over HTTP/1.0, with a connection per request.</summary>
public sealed class InMemoryHttpClientSlim(TestServer server)
{
    public async Task<string> GetStringAsync(string requestUri)
    {
        using var connection = server.CreateConnection();
        await connection.SendAll($"GET {new Uri(requestUri).PathAndQuery} HTTP/1.0\r\nHost: localhost\r\n\r\n");
        var response = await connection.Reader.ReadToEndAsync();
        return response.StartsWith("HTTP/1.1 2", StringComparison.Ordinal)
            ? response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
            : throw new HttpRequestException(response);
    }
}
