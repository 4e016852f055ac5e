namespace FsmKit.Testing.Models;

/// <summary>What a gobj is compared with. Each schedule has its own.</summary>
internal interface IModel
{
    /// <summary>An event was sent to the gobj, or time has gone by.</summary>
    void Step(object e);

    /// <summary>Asks whether the gobj is as the model says.</summary>
    /// <returns>What the model is, in words; null when the gobj is like that.</returns>
    string? Differs();
}
