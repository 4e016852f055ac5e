using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Starts a sample with a listening socket, as systemd does.</summary>
public class ActivationTests
{
    [Fact]
    public async Task A_process_serves_the_socket_that_it_was_started_with()
    {
        const string Launcher = "/usr/bin/systemd-socket-activate";
        Assert.SkipUnless(File.Exists(Launcher), "Nothing here starts a program with a socket.");
        var path = Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():N}"[..20]);
        string[] arguments = [$"--listen={path}", "--fdname=echo", "-E", "PATH", "-E", "DOTNET_ROOT", "dotnet", Sample.Assembly("Echo"), "--host", "systemd:echo"];
        using var echo = Process.Start(new ProcessStartInfo(Launcher, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            // The tool listens before the program is started, and the first connection starts the program.
            while (await echo.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
                   && !line.Contains("Listening on", StringComparison.Ordinal))
            {
            }

            for (var i = 0; i < 3; i++)
            {
                using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 60_000 };
                client.Connect(new UnixDomainSocketEndPoint(path));
                client.Send("hello"u8);
                client.Shutdown(SocketShutdown.Send);
                Assert.Equal("hello", ConnectingTests.Read(client, 100));
            }

            Assert.Equal($"listening on {path}", await echo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            echo.Kill(entireProcessTree: true);
            await echo.WaitForExitAsync(CancellationToken.None);
            File.Delete(path);
        }
    }
}
