namespace FsmKit.Testing.Models;

/// <summary>A model that is a value, and a function that says what comes of it.</summary>
internal sealed class FunctionModel<T, TModel>(T gobj, TModel start, Func<TModel, object, TModel> step, Func<TModel, T, bool> agrees) : IModel
{
    private TModel _at = start;

    public void Step(object e) => _at = step(_at, e);

    public string? Differs() => agrees(_at, gobj) ? null : $"{_at}";
}
