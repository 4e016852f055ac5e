using System.Net.Security;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Actions of a client of a cold server.</summary>
internal static class ColdClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<SslStream> Secure(Socket client)
    {
        var stream = new SslStream(new NetworkStream(client, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null },
            TestContext.Current.CancellationToken);
        return stream;
    }

    public static void Echoes(Stream stream)
    {
        var answer = new byte[5];
        stream.Write("hello"u8);
        stream.ReadExactly(answer);
        Assert.Equal("hello"u8, answer);
    }

    /// <summary>Sends something and waits for an answer or the connection's end, but not for ever: a connection of a shortage may stay without one.</summary>
    public static async Task<bool> IsAnswered(Socket client)
    {
        try
        {
            await client.SendAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
            var answer = client.ReceiveAsync(new byte[5], TestContext.Current.CancellationToken).AsTask();
            return await answer.WaitAsync(Patience, TestContext.Current.CancellationToken) > 0;
        }
        catch (Exception x) when (x is SocketException or TimeoutException)
        {
            return false;
        }
    }
}
