using Microsoft.AspNetCore.Connections;

namespace FsmKit.Benchmarks.Kestrel;

/// <summary>Echoes received bytes, as the documentation of Kestrel's connection handlers does.</summary>
internal sealed class Echo : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync();
                foreach (var part in read.Buffer)
                {
                    await output.WriteAsync(part);
                }

                input.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (ConnectionResetException)
        {
            // The client is gone.
        }
    }
}
