using System.IO.Pipelines;
using HttpRequest = FsmKit.Http.HttpRequest;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.Simulations.Trickling;

/// <summary>Answers that are longer than a client takes at once.</summary>
internal sealed class LongAnswers(World world, AnswerKind kind)
{
    private const int Length = 6000;

    private static readonly byte[] All = new byte[Length];

    /// <summary>Answers a request, behind its body.</summary>
    public async Task Answer(HttpRequest request, HttpResponse response)
    {
        if (kind is AnswerKind.Switched or AnswerKind.SwitchedPatiently)
        {
            await Send(response.Upgrade("bytes").Output, isPatient: kind == AnswerKind.SwitchedPatiently);
            return;
        }

        while (await request.BodyReader.ReadAsync() is { IsCompleted: false } read)
        {
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }

        switch (kind)
        {
            case AnswerKind.Whole:
                response.Send(All);
                break;
            case AnswerKind.Written:
                await response.WriteAsync(All);
                break;
            default:
                await Send(response.BodyWriter, isPatient: true);
                break;
        }
    }

    /// <summary>Writes without regard to the client, until its connection is given up.</summary>
    public static void Push(HttpResponse response)
    {
        for (var at = 0; at < Length && !response.IsOver; at += 500)
        {
            response.Write(All.AsSpan(at, 500));
            response.Flush();
        }

        if (!response.IsOver)
        {
            response.Finish();
        }
    }

    /// <summary>Writes a half, and then the other one, with a long pause between them if it is patient.</summary>
    private async Task Send(PipeWriter output, bool isPatient)
    {
        for (var at = 0; at < Length; at += Length / 2)
        {
            if ((await output.WriteAsync(All.AsMemory(at, Length / 2))).IsCompleted)
            {
                return;
            }

            if (isPatient)
            {
                await Task.Delay(TimeSpan.FromSeconds(6), world.Time);
            }
        }
    }
}
