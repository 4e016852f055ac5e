using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using FsmKit.Simulations.Http;
using HttpRequest = FsmKit.Http.HttpRequest;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.Simulations.Switching;

/// <summary>Switches connections to a protocol that sends each byte back, or answers in HTTP.</summary>
internal sealed class Switch(World world)
{
    /// <summary>Numbers of the clients whose handler has sent back all bytes.</summary>
    public HashSet<int> Kept { get; } = [];

    /// <summary>Numbers of the clients whose handler has answered in HTTP.</summary>
    public HashSet<int> Declined { get; } = [];

    /// <summary>Number of requests that are being answered.</summary>
    public int Running { get; private set; }

    /// <summary>Answers a request.</summary>
    public async Task Answer(HttpRequest request, HttpResponse response)
    {
        Running++;
        try
        {
            var parts = Encoding.ASCII.GetString(request.RawQuery).Split('&');
            var id = int.Parse(parts[0], CultureInfo.InvariantCulture);
            await Pause();
            if (parts[1] == Switcher.Second)
            {
                response.Send(Pattern.Body(id, Switcher.Declined));
                return;
            }

            switch (world.Choose(7))
            {
                case 0 when parts[1] == Switcher.Waits:
                    response.Send(Pattern.Body(id, Switcher.Declined));
                    Declined.Add(id);
                    break;
                case 1:
                    _ = response.Upgrade("echo");
                    await Pause();
                    throw new ExpectedException();
                case 2:
                    _ = response.Upgrade("echo");
                    throw new ExpectedException(); // Answered, and the next request begun, before the upgrade is heard.
                case 3:
                    _ = response.Upgrade("echo");
                    break;
                default:
                    await Echo(response.Upgrade("echo"));
                    Kept.Add(id);
                    break;
            }
        }
        finally
        {
            Running--;
        }
    }

    private async Task Echo(IDuplexPipe pipe)
    {
        while (true)
        {
            var read = await pipe.Input.ReadAsync();
            var written = await pipe.Output.WriteAsync(read.Buffer.ToArray());
            pipe.Input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || written.IsCompleted)
            {
                return;
            }

            await Pause();
        }
    }

    private Task Pause() => world.Choose(4) is > 0 and var length ? Task.Delay(TimeSpan.FromMilliseconds(length * length * 5), world.Time) : Task.CompletedTask;
}
