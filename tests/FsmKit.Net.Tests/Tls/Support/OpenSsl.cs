using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The program openssl as the other side of a connection. Its two output streams are collected, each for itself.</summary>
internal sealed partial class OpenSsl : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private OpenSsl(string command, string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", [command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Collect(_output, line);
        _process.ErrorDataReceived += (_, line) => Collect(_errors, line);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Output of the program, and its errors behind that. The two streams are not mixed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return $"{_output}{_errors}";
            }
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Connects to a server; arguments as <c>openssl s_client</c> has them.</summary>
    public static OpenSsl Client(EndPoint server, params string[] arguments) =>
        Start("s_client", ["-connect", server.ToString()!, .. arguments]);

    /// <summary>A server on a port of its own, which accepts already.</summary>
    public static (OpenSsl Server, IPEndPoint Address) Server(TlsCertificate certificate, params string[] arguments)
    {
        string[] own = ["-accept", "127.0.0.1:0", "-cert", certificate.CertFile!, "-key", certificate.KeyFile!];
        var server = Start("s_server", [.. own, .. arguments]);
        var port = Match.Empty;
        Assert.True(SpinWait.SpinUntil(() => (port = Accepting().Match(server.Output)).Success, TimeSpan.FromSeconds(20)), server.Output);
        return (server, new IPEndPoint(IPAddress.Loopback, int.Parse(port.Groups[1].Value, null)));
    }

    public void Write(string text)
    {
        try
        {
            _process.StandardInput.Write(text);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The program has ended meanwhile.
        }
    }

    /// <summary>Ends the input of the program: s_client sends close_notify and closes.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Kills the program, which sends no close_notify: the kernel sends a bare FIN.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private static OpenSsl Start(string command, string[] arguments)
    {
        try
        {
            return new OpenSsl(command, arguments);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no openssl here.");
            throw;
        }
    }

    private void Collect(StringBuilder stream, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            stream.AppendLine(line.Data);
        }
    }

    [GeneratedRegex(@"ACCEPT \S+:(\d+)")]
    private static partial Regex Accepting();
}
