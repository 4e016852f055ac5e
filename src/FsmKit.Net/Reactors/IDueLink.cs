namespace FsmKit.Net;

/// <summary>A link with something to tell that no socket announces; <see cref="NetReactor.TellLater"/> makes it the next Wait's business.</summary>
internal interface IDueLink
{
    object? Owner { get; }

    void Tell();
}
