using System.Globalization;
using FsmKit.Http;

namespace FsmKit.Benchmarks;

/// <summary>Sends a body back in parts of any size, and waits here and there, as the number in the path says.</summary>
internal static class StormHandler
{
    public static async Task Answer(HttpRequest request, HttpResponse response)
    {
        var number = int.Parse(request.Path.AsSpan(1), CultureInfo.InvariantCulture);
        var random = new Random(number);
        response.Headers.Add("X-Number", request.Path[1..]);
        if (random.Next(2) == 0)
        {
            response.ContentLength = request.ContentLength;
        }

        await Wait(random);
        if (random.Next(3) == 0)
        {
            await request.BodyReader.CopyToAsync(response.BodyWriter);
            return;
        }

        var body = request.OpenBody();
        var buffer = new byte[random.Next(1, 9000)];
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            await Wait(random);
            if (random.Next(3) == 0)
            {
                await response.WriteAsync(buffer.AsMemory(0, count));
            }
            else
            {
                response.Write(buffer.AsSpan(0, count));
            }

            if (random.Next(6) == 0)
            {
                await response.FlushAsync();
            }
        }
    }

    private static async Task Wait(Random random)
    {
        switch (random.Next(16))
        {
            case 0:
                await Task.Delay(random.Next(3));
                break;
            case 1 or 2:
                // From here on elsewhere, wherever the handler began.
                await Task.Delay(0).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                break;
            case 3:
                await Task.Yield();
                break;
        }
    }
}
