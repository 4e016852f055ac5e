namespace FsmKit.Net;

/// <summary>Link with an event that no socket reports; <see cref="NetReactor.TellLater"/> makes the next Wait report it.</summary>
internal interface IDueLink
{
    object? Owner { get; }

    void TellOwner();
}
