//! A customer from nothing to a PIN, with the calls that OpenAPI Generator makes. One line a step.
use planbok::apis::{challenges_api, configuration, customers_api, pin_and_recovery_api, sandbox_api, Error};
use planbok::models::{ChallengeResult, ChallengeStatus, CreateCustomerRequest, InitializeRequest, SandboxApprovalRequest};
use std::env;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut planbok = configuration::Configuration::new();
    planbok.base_path = env::var("API_URL").unwrap_or("http://localhost:4010".to_owned());
    let key = env::var("API_KEY").unwrap_or("pk_sandbox_full".to_owned());
    planbok.api_key = Some(configuration::ApiKey { prefix: None, key });

    let customer = customers_api::create_customer(&planbok, CreateCustomerRequest::new("Ada Lovelace".to_owned()), None, None).await?.data;
    println!("customer {} is {}", customer.name, customer.status);

    match customers_api::get_customer(&planbok, "000000000000000000000000", None).await {
        // What went wrong is told by the code, which is in the body that the status has.
        Err(Error::ResponseError(answer)) => match answer.entity {
            Some(customers_api::GetCustomerError::Status400(error)) => println!("{} {}", answer.status.as_u16(), error.code),
            other => return Err(format!("no such body: {other:?}").into()),
        },
        other => return Err(format!("no such customer, and yet: {other:?}").into()),
    }

    let request = InitializeRequest::new("http://localhost:3000/back".to_owned());
    let challenge = pin_and_recovery_api::initialize_customer(&planbok, &customer.id, request, None, None).await?.data;
    sandbox_api::approve_sandbox_challenge(&planbok, &challenge.challenge_id, SandboxApprovalRequest::new("493817".to_owned()), None).await?;

    let challenge = challenges_api::get_challenge(&planbok, &customer.id, &challenge.challenge_id, None).await?.data;
    assert_eq!(challenge.status, ChallengeStatus::Verified);
    match challenge.result.map(|result| *result) {
        Some(ChallengeResult::Initialize(result)) => println!("initialized, has a PIN: {}", result.has_pin),
        other => return Err(format!("not the result of an initialize: {other:?}").into()),
    }
    Ok(())
}
